import fc from 'fast-check'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { Books } from '#modules/ledger/index.ts'
import { forEver, Plain } from './plain.ts'
import { Shelf } from './shelf.ts'

const units = ['points', 'growth'] as const
const days = ['2026-06-30', '2026-12-31', '2027-12-31', forEver] as const

const unit = fc.constantFrom(...units)
const amount = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: 5_000 }),
  fc.constant(1_000_000_000_000),
)
const which = fc.nat({ max: 1_000 })
const lot = { endsOn: fc.constantFrom(...days), source: fc.constantFrom('', 'partner') }

/** One thing that is asked of the books. `which` names an earlier cause, modulo how many there are. */
const Step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('give'), unit, amount, ...lot }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('spend'), unit, amount, today: fc.constantFrom('', ...days.slice(0, 3)) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('takeBack'), which, percent: fc.integer({ min: 1, max: 100 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo'), which, percent: fc.integer({ min: 1, max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refused'), unit, amount, ...lot }) },
)
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never

/** Batches of steps: each batch is one transaction over books that are read, moved in memory and saved. */
export const Story = fc.array(fc.array(Step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 25 })

type Known = { id: string; unit: string; amount: number; gone: number }

/** One member's life, told to the books and to the model step by step. */
class Life {
  readonly memberId = newId()
  readonly plain = new Plain()
  readonly shelf = new Shelf(this.memberId)
  readonly gifts: Known[] = []
  readonly spendings: Known[] = []
  steps = 0
  private books = new Books([this.memberId], [])
  private read = new Map<string, ReturnType<Shelf['of']>>()

  private cause(id: string) {
    return { kind: 'test', id, charter: 1, storeId: null, staffId: null, occurredAt: '2026-01-01T00:00:00Z' }
  }

  /** Opens the books as a transaction does; what earlier causes moved is read once for it. */
  begin(): void {
    this.books = new Books([this.memberId], this.shelf.read())
    this.read.clear()
  }

  async end(): Promise<void> {
    await this.books.save(this.shelf.tx())
    const faults = [...this.shelf.faults(), ...this.unsaid()]
    if (faults.length > 0) throw new Error(faults.join('; '))
  }

  /** What went back must name what it takes back, to the last unit: the next return reckons with it. */
  private unsaid(): string[] {
    return [...this.plain.gifts, ...this.plain.spendings].flatMap(([id, parts]) => {
      const said = this.shelf.of(id).reduce((sum, one) => sum + one.takenBack, 0)
      const meant = parts.reduce((sum, part) => sum + part.back, 0)
      return said === meant ? [] : [`of ${id} ${meant} went back, the transfers name ${said}`]
    })
  }

  private given(id: string) {
    const known = this.read.get(id) ?? this.shelf.of(id)
    this.read.set(id, known)
    return known as never as Parameters<Books['takeBack']>[5]
  }

  take(step: Step): void {
    this.steps += 1
    if (step.do === 'give') this.give(step as Extract<Step, { source: string }>)
    else if (step.do === 'refused') this.refused(step as Extract<Step, { source: string }>)
    else if (step.do === 'spend') this.spend(step as Extract<Step, { today: string }>)
    else this.goBack(step as Extract<Step, { which: number }>)
    const [seen, said] = [this.picture(), this.plain.picture(units)]
    if (seen !== said) throw new Error(`after ${JSON.stringify(step)}\nthe books:\n${seen}\nthe model:\n${said}`)
  }

  private give({ unit, amount, endsOn, source }: Extract<Step, { source: string }>): void {
    const id = newId()
    this.books.give(this.memberId, unit, amount, 'test', { state: 'open', endsOn, lot: source }, this.cause(id))
    this.plain.give(id, unit, amount, endsOn, source)
    this.gifts.push({ id, unit, amount, gone: 0 })
  }

  private spend({ unit, amount, today }: Extract<Step, { today: string }>): void {
    const id = newId()
    const done = this.attempt(() => this.books.spend(this.memberId, unit, amount, 'spent', this.cause(id), today))
    if (done !== this.plain.spend(id, unit, amount, today)) throw new Error(`spending ${amount}: the books say ${done}`)
    if (done) this.spendings.push({ id, unit, amount, gone: 0 })
  }

  /** Something succeeds first and is refused then: all of it must be as if it had never been asked. */
  private refused({ unit, amount, endsOn, source }: Extract<Step, { source: string }>): void {
    const done = this.attempt(() => {
      this.books.give(this.memberId, unit, amount, 'test', { state: 'open', endsOn, lot: source }, this.cause(newId()))
      this.books.spend(this.memberId, unit, 9_000_000_000_000_000, 'spent', this.cause(newId()))
    })
    if (done) throw new Error('nobody has that much')
  }

  private goBack({ do: what, which, percent }: Extract<Step, { which: number }>): void {
    const list = (what === 'takeBack' ? this.gifts : this.spendings).filter(
      // A batch reads what was moved before it began.
      ({ id, amount, gone }) => gone < amount && this.shelf.transfers.some((one) => one.causeId === id),
    )
    const known = list[which % Math.max(1, list.length)]
    if (!known) return
    const part = Math.max(1, Math.floor(((known.amount - known.gone) * percent) / 100))
    known.gone += part
    if (what === 'takeBack') {
      const owed = this.books.takeBack(
        this.memberId,
        known.unit,
        part,
        'test',
        this.cause(newId()),
        this.given(known.id),
      )
      const said = this.plain.takeBack(known.id, known.unit, part)
      if (owed !== said) throw new Error(`taking ${part} back: the books say ${owed} is owed, the model ${said}`)
    } else {
      this.undo(known, part)
      this.plain.undo(known.id, known.unit, part)
    }
  }

  /** As a return puts back what a purchase was paid with: the last spent first, into the lots that it came from. */
  private undo(known: Known, part: number): void {
    let rest = part
    for (const one of [...this.given(known.id)].reverse()) {
      const some = Math.min(rest, one.amount - one.takenBack)
      if (some <= 0) continue
      const { endsOn, lot } = this.books.account(this.memberId, one.debitNo!)!
      const side = { state: 'open', endsOn, lot } as const
      this.books.give(this.memberId, known.unit, some, 'spent', side, this.cause(newId()), one.id)
      one.takenBack += some
      rest -= some
    }
  }

  private attempt(act: () => unknown): boolean {
    try {
      this.books.attempt(this.memberId, act)
      return true
    } catch (fault) {
      if (fault instanceof Refusal) return false
      throw fault
    }
  }

  private picture(): string {
    const lots = units.flatMap((one) => this.books.lots(this.memberId, one))
    const pots = lots.map((one) => `${one.unit} ${one.endsOn} ${one.lot}: ${one.balance}`).sort()
    const owed = (of: string) =>
      lots.filter((one) => one.unit === of).reduce((sum, one) => sum + one.balance, 0) -
      this.books.balance(this.memberId, of)
    return [...pots, ...units.map((of) => `${of}: ${this.books.balance(this.memberId, of)}, owes ${owed(of)}`)].join(
      '\n',
    )
  }
}

/** Lets a story happen to a member; throws at the first step after which books and model differ. Answers how many steps it had. */
export async function live(story: Step[][]): Promise<number> {
  const life = new Life()
  for (const batch of story) {
    life.begin()
    for (const step of batch) life.take(step)
    await life.end()
  }
  return life.steps
}

/** Compares books and model over so many stories made from a seed; answers the steps that were compared. */
export async function runModel(stories: number, seed: number): Promise<number> {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(Story, async (story) => {
      steps += await live(story)
    }),
    { numRuns: stories, seed },
  )
  return steps
}
