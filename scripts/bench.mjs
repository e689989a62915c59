// npm run bench: the speed figures, on an embedded PostgreSQL of their own.
import { spawn } from 'node:child_process'
import { environment, install, node, root } from './prepare.mjs'

install()
const child = spawn(node(), ['server/bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: environment(),
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
