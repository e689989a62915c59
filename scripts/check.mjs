// npm run check: format, lint, types, unused code, generated files, and the tests of the server with the house rules.
import { install } from './prepare.mjs'
import { checks, runAll } from './steps.mjs'

install()
await runAll(checks())
