// npm run -s changke -- COMMAND: the command line, on a fresh clone too.
import { changke, install } from './prepare.mjs'

install()
process.exitCode = await changke(process.argv.slice(2))
