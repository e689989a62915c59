// npm run proof: every part of the proof, each on an embedded PostgreSQL of its own; --help lists them.
import { spawn } from 'node:child_process'
import { environment, install, node, root } from './prepare.mjs'

install()
const child = spawn(node(), ['server/proof/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: environment(),
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
