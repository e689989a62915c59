// npm start: installs what is missing, builds the console if stale, and serves.
import { buildConsole, changke, giveUp, install } from './prepare.mjs'

install()
if (!buildConsole()) giveUp('the console could not be built: see above.')
process.exitCode = await changke(['serve', ...process.argv.slice(2)])
