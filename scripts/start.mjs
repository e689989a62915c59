// npm start: installs what is missing, builds the console if stale, and serves.
import { buildConsole, changke, install } from './prepare.mjs'

install()
buildConsole()
process.exitCode = await changke(['serve', ...process.argv.slice(2)])
