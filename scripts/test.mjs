// npm test: everything that CI runs. Its last line is "N passed, N failed".
import { install } from './prepare.mjs'
import { checks, runAll, webTests } from './steps.mjs'

install()
await runAll([...checks(), ...webTests()])
