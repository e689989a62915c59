/** The chapters from signing in on, in the form of asvs.ts. */
export const chapters: Record<string, string> = {
  'Signing in': `
6.1.1 | 1 | How guessing is slowed down is written down | = SECURITY.md, “Signing in”
6.2.1 | 1 | Passwords have at least 8 letters (ours 12) | sessions: changes a password; signing: refuses 3,000 passwords
6.2.2 | 1 | People can change their password | sessions: changes a password
6.2.3 | 1 | The old one is asked for | sessions: changes a password
6.2.4 | 1 | The 3,000 most used are refused | signing: refuses 3,000 passwords; = by rules: the usual words, however dressed up, and nothing but digits
6.2.5 | 1 | Any mixture of letters is taken | signing: refuses 3,000 passwords
6.2.6 | 1 | Fields for passwords hide what is typed | browser: keeps nothing personal
6.2.7 | 1 | Pasting and password stores work | browser: keeps nothing personal
6.2.8 | 1 | A password is compared exactly as it was typed | signing: takes a password of 64 letters
6.2.9 | 2 | 64 letters and more are taken | signing: takes a password of 64 letters
6.2.10 | 2 | Nobody must change a password by the calendar | = nothing asks for it
6.2.11 | 2 | Words of this place are refused too | signing: refuses 3,000 passwords; sessions: changes a password
6.2.12 | 2 | Passwords from known breaches are refused | ? no list of breaches is shipped; rules stand for it
6.3.1 | 1 | Stuffing and guessing are stopped | sessions: locks a login after five failures; sessions: locks an address; orgGuessing: counts failures for all processes; signing: hashes at most four
6.3.2 | 1 | No accounts from the factory | signing: has no accounts
6.3.3 | 2 | A second factor is asked for | ? everybody may turn one on, and nobody must; sessions: asks for the second factor
6.3.4 | 2 | Each way in asks for as much as the others | sessions: takes an invitation once; sessions: asks for the second factor
6.3.8 | 3 | Known and unknown accounts are answered alike and in one time | guessing: answers alike and in one time; orgGuessing: answers for a known and an unknown login
6.4.1 | 1 | First secrets are made by chance, soon over and used once | sessions: takes an invitation once
6.4.2 | 1 | No hints and no questions about pets | = there are none
6.4.3 | 2 | A reset does not go around the second factor | ? an accepted invitation signs nobody in who has one; a test of its own is missing
6.4.4 | 2 | Who lost a factor is identified as at the beginning | = somebody who may manage them, or the owner at the command line; both are in the trail
6.5.1 | 2 | Codes work once | sessions: asks for the second factor
6.5.2 | 2 | Recovery codes are kept hashed | sessions: keeps logins, passwords and tokens; = HMAC with a key outside of the database
6.5.3 | 2 | Codes come from a good source of chance | = node:crypto and otplib
6.5.4 | 2 | Codes have 20 bits and more | = six digits of TOTP (20 bits), recovery codes 60 bits
6.5.5 | 2 | Codes are soon over | sessions: asks for the second factor
6.6.1 | 2 | SMS is not the only factor | - no SMS is used to sign in
6.6.2 | 2 | Codes belong to the request that asked for them | - no codes are sent
6.6.3 | 2 | Codes are limited against guessing | sessions: locks a login after five failures
6.7.1 | 3 | Certificates of factors are protected | - there are none
6.8.1 | 2 | Identities of several providers cannot be mixed up | - there is no sign-in by others yet`,
  Sessions: `
7.1.1 | 2 | How long sessions last is written down | = SECURITY.md and docs/guide: eight hours idle, seven days at most
7.2.1 | 1 | Sessions are verified on the server | sessions: signs in by e-mail or phone
7.2.2 | 1 | Tokens are made by chance, not fixed | signing: gives each sign-in a token
7.2.3 | 1 | Tokens have 128 bits and more (ours 256) | signing: gives each sign-in a token
7.2.4 | 1 | Signing in makes a new token and ends the old | signing: gives each sign-in a token; sessions: changes a password
7.3.1 | 2 | Idle sessions end | sessions: lets a session idle
7.3.2 | 2 | Sessions end after a longest time | sessions: lets a session idle
7.4.1 | 1 | After signing out nothing more is answered | sessions: signs in by e-mail or phone; headers: takes the cookie back
7.4.2 | 1 | Sessions of who left end | sessions: answers an unknown login
7.4.3 | 2 | A change of password or factor ends the others | sessions: changes a password; sessions: asks for the second factor
7.4.4 | 2 | Every page has a way out | browser: keeps nothing personal
7.4.5 | 2 | Administrators can end sessions of others | people: feels a change of role; = POST /v1/people/{id}/sign-out, in the matrix
7.5.1 | 2 | Before changing how one signs in the password is asked for again | sessions: changes a password; sessions: asks for the second factor
7.5.2 | 2 | People see and end their sessions | sessions: lists sessions and ends one
7.6.1 | 2 | Sessions with providers end together | - there is no sign-in by others yet`,
  'Who may do what': `
8.1.1 | 1 | Who may do what is written down | = docs/api/routes.md, made from the route table
8.2.1 | 1 | Functions are open to whoever holds their permission | matrix: shuts every door; matrix: opens every door
8.2.2 | 1 | Things are open within the scope (BOLA) | matrix: does and shows nothing of a sibling store
8.2.3 | 2 | Fields are open within the permission (BOPLA) | matrix: does and shows nothing of a sibling store; contracts: names an unknown field
8.3.1 | 1 | It is decided on the server | matrix: shuts every door
8.4.1 | 2 | Tenants do not see each other | - one organisation is one database`,
  'Tokens and keys': `
9.1.1 | 1 | Self-contained tokens are signed | - no JWT is used: tokens are looked up
9.2.1 | 1 | Self-contained tokens have an end | - no JWT is used
10.1.1 | 2 | OAuth | - there is none yet
11.2.1 | 2 | Well-kept cryptography | = node:crypto alone
11.3.1 | 1 | No weak modes or padding | = AES-256-GCM alone
11.3.2 | 1 | Approved ciphers | = AES-256-GCM, HMAC-SHA-256, argon2id
11.3.3 | 2 | Sealed texts cannot be changed unseen | rotation: seals everything again
11.4.1 | 1 | No weak hashes | = SHA-256 and HMAC-SHA-256
11.4.2 | 2 | Passwords are hashed slowly, with salt | signing: keeps passwords as argon2id
11.5.1 | 2 | What must not be guessed has 128 bits of chance | signing: gives each sign-in a token; keys: lets a key in
12.1.1 | 1 | TLS 1.2 and 1.3 only | ? TLS is the proxy’s; docs/operating shows how, and no test looks at a proxy
12.2.1 | 1 | Everything public goes over TLS | ? likewise; headers: says with every answer
12.3.1 | 2 | Connections behind go over TLS | = the embedded database listens on this machine alone; for your own say sslmode in DATABASE_URL`,
  'Setting up': `
13.2.4 | 2 | The server calls allowed places only | - it calls nobody
13.3.1 | 2 | Secrets lie in files or the environment, not in code | settings: each mistake gets its own sentence; = the key file, made at the first start, for its owner alone
13.4.1 | 1 | No folder of the version control is served | headers: serves no file, folder
13.4.2 | 2 | Nothing is in debug mode | headers: tells a fault by its reference
13.4.3 | 2 | No folder is listed | headers: serves no file, folder
13.4.4 | 2 | No TRACE | headers: serves no file, folder; smuggling: answers methods that it does not have
13.4.5 | 2 | Documents and figures are not public by accident | health: shows its measures; = /docs/api and /openapi.json are public on purpose`,
  'Personal data': `
14.1.1 | 2 | Which data needs which care is written down | = SECURITY.md, “Personal data”
14.2.1 | 1 | Nothing personal stands in an address | personal: offers no address
14.2.2 | 2 | Nothing personal stays in caches on the way | headers: keeps no answer of the API
14.2.3 | 2 | Nothing goes to third parties | browser: shows every page without
14.2.4 | 2 | The care that was written down is taken | personal: keeps no phone in clear
14.3.1 | 1 | Leaving clears what the browser kept | headers: takes the cookie back; browser: keeps nothing personal
14.3.2 | 2 | no-store | headers: keeps no answer of the API
14.3.3 | 2 | Browser storage holds nothing personal but the session | browser: keeps nothing personal`,
  'Code and parts': `
15.1.1 | 1 | How soon parts are renewed is written down | = CONTRIBUTING.md, “A dependency”; SECURITY.md
15.1.2 | 2 | There is a list of all parts | supply: knows every part
15.2.1 | 1 | Parts are no older than allowed | ? advisories are looked up by people, not by a test
15.2.3 | 2 | Nothing of development runs in production | supply: knows every part
15.2.4 | 3 | Parts come from where they should, with their hashes | ? 23 compiled parts of two tools of development, for other platforms, have no hash yet; all others have (supply.test.ts)
15.3.1 | 1 | Answers hold no more fields than promised | kernel: rolls back an answer
15.3.3 | 2 | Fields that nobody asked for are refused (mass assignment) | contracts: names an unknown field
15.3.4 | 2 | The caller’s address is the real one | crossing: believes a forwarded address
15.3.5 | 2 | Types are exact, nothing is juggled | hostile: answers 2,000 hostile requests
15.3.6 | 2 | __proto__ and its like have no effect | hostile: answers 2,000 hostile requests
15.3.7 | 2 | A parameter that is said twice is refused | contracts: names a field of a form; hostile: answers 2,000 hostile requests`,
  'Logs and faults': `
16.1.1 | 2 | What is logged is written down | = docs/operating, SECURITY.md
16.2.1 | 2 | Entries say when, where, who and what | orgGuessing: keeps in the trail; = the trail’s columns
16.2.5 | 2 | Logs hold no secrets and nothing personal | personal: keeps no phone in clear; sessions: keeps logins, passwords and tokens
16.3.1 | 2 | Signing in and failing to is logged | crossing: believes a forwarded address
16.3.2 | 2 | Refused permissions are logged | matrix: shuts every door; = trailRefusal in kernel/http/bind.ts
16.4.1 | 2 | No line of a log can be forged | headers: writes one line of the log
16.4.2 | 2 | Logs cannot be changed unseen | tampering: names each of; verify: names the transfer that was edited; kernel: does not let the application edit
16.5.1 | 2 | Faults tell nothing of the inside | headers: tells a fault by its reference
16.5.2 | 2 | What is called and does not answer brings nothing down | away: lets nobody in
16.5.3 | 2 | A fault lets nobody in (fail closed) | away: lets nobody in
17.1.1 | 2 | WebRTC | - there is none`,
}

/** OWASP API Security Top 10 of 2023, in the same form; the second place says nothing. */
export const api = {
  'API Security Top 10 (2023)': `
API1 | 0 | Things of others by their id | matrix: does and shows nothing of a sibling store
API2 | 0 | Who is it | sessions: locks a login after five failures; keys: lets a key in; guessing: answers alike and in one time
API3 | 0 | Fields of others | contracts: leaves no contract open; kernel: rolls back an answer
API4 | 0 | Too much asked at once | outside: slows down who tries out; reading: takes no harm from; signing: hashes at most four
API5 | 0 | Functions of others | matrix: shuts every door
API6 | 0 | Business that is worth automating: phones tried out at the till | outside: slows down who tries out; outside: writes down who was told by a refused sale
API7 | 0 | Requests made by the server | - it calls nobody; webhooks do not exist yet
API8 | 0 | Set up badly | headers: says with every answer; signing: has no accounts
API9 | 0 | Forgotten routes | matrix: shuts every door; = routes, openapi.json, SDK and matrix are made from one table
API10 | 0 | Trusting what others send | sheets: take no harm from; - no receipts or callbacks of others exist yet`,
}
