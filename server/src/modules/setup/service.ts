import { system } from '#kernel/caller.ts'
import type { Db, Read, Tx } from '#kernel/db.ts'
import { writeTrail } from '#kernel/trail.ts'
import { createCardType, NewCardType } from '#modules/cards/index.ts'
import type { Charter } from '#modules/charter/index.ts'
import { publish, templates } from '#modules/charter/index.ts'
import { findOrganisation, setUpOrganisation } from '#modules/org/index.ts'
import { addTill } from '#modules/purchases/index.ts'
import type { SetupInput, SetupState } from './contract.ts'
import { refuse } from './contract.ts'
import { continueDemo, stageDemo } from './demo.ts'
import * as store from './store.ts'

/** Whether nobody has set this house up yet, which charters it may begin with, and how far a demo has been told. */
export async function readSetup(read: Read): Promise<SetupState> {
  const organisation = await findOrganisation(read)
  const demo = await store.findDemo(read)
  return {
    needed: organisation === undefined,
    demo: demo ? { done: Math.max(0, demo.weeksDone), of: demo.weeks, ready: demo.doneAt !== null } : null,
    templates: Object.entries(templates).map(([code, { name }]) => ({ code, name })),
  }
}

/** The charter of the demo shop: the pharmacy's, with bonus money on larger top-ups so that both kinds of stored money are seen. */
const demoCharter = (): Charter => {
  const charter = structuredClone(templates['pharmacy']!)
  charter.wallets.bonuses = [
    { from: 50_000, bonus: 2500 },
    { from: 100_000, bonus: 8000 },
  ]
  return charter
}

/**
 * Sets the house up, once: organisation, first store and till, owner, charter; with the demo also its stage, whose year a worker then tells.
 * Refuses `org.already_set_up`, an unknown template, a login that is neither e-mail nor phone, and weak passwords.
 */
export async function setUp(
  tx: Tx,
  { organisation, store: first, till, owner, start }: SetupInput,
): Promise<{ storeId: string }> {
  const charter = 'demo' in start ? demoCharter() : templates[start.template]
  if (!charter) throw refuse('setup.template_unknown')
  const login = owner.login.includes('@') ? { email: owner.login } : { phone: owner.login }
  const { storeId } = await setUpOrganisation(tx, {
    organisation,
    store: first,
    owner: { name: owner.name, password: owner.password, ...login },
  })
  const { id: tillId } = await addTill(tx, { storeId, ...till })
  await publish(tx, { charter, note: '' }, system('setup'))
  await createCardType(tx, NewCardType.parse({ code: 'member', name: '会员卡', nameEn: 'Member card', kind: 'points' }))
  if ('demo' in start) await stageDemo(tx, storeId, tillId)
  return { storeId }
}

/** The same from the command line, whose trail no route writes. */
export async function setUpByCommand(tx: Tx, input: SetupInput): Promise<void> {
  const { storeId } = await setUp(tx, input)
  await writeTrail(tx, system('command line'), { kind: 'setUp', storeId })
}

/** Tells the demo's year to its end at once, for the command line; `told` hears how far it is. */
export async function tellDemo(db: Db, told: (state: NonNullable<SetupState['demo']>) => void): Promise<void> {
  for (let more = true; more; ) {
    more = await continueDemo(db)
    const { demo } = await db.read(readSetup)
    if (!demo) return
    told(demo)
    if (!more && !demo.ready) {
      // A running server's worker is telling it; wait for that one.
      await new Promise((later) => setTimeout(later, 500))
      more = true
    }
  }
}
