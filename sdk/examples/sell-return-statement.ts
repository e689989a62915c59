// Takes a member in, sells three things, takes one back, and reads what that did to the points.
//
//   KEY=$(npm run -s changke -- key new --role owner --name example) npx node sdk/examples/sell-return-statement.ts
//
// The server must run and be set up; CHANGKE_SERVER says where, if it is not http://localhost:8080.
import { ask, type Client, createClient, each, newReference, Refusal, repeat, told } from '../src/index.ts'

/** Does it all with one client; answers what it did, so that a test can look at it. */
export async function sellReturnStatement(client: Client, phone: string) {
  const { items: stores } = await ask(client.GET('/v1/stores'))
  const store = stores[0]
  if (!store) throw new Error('There is no store yet: set the house up first.')

  const { memberId } = await ask(
    client.POST('/v1/members', {
      params: { header: told() },
      body: { name: '李小龙', phone, homeStore: store.id },
    }),
  )

  // The reference is made before the first try, so that a second one cannot sell twice.
  const header = told(`receipt-${newReference()}`)
  const sale = await repeat(() =>
    ask(
      client.POST('/v1/purchases', {
        params: { header },
        body: {
          storeId: store.id,
          member: { phone },
          lines: [
            { sku: 'TEA-1', name: '龙井茶', amount: 12_800 },
            { sku: 'CUP-1', name: '茶杯', quantity: 2, unitPrice: 3_500 },
            { sku: 'BAG-1', name: '布袋', amount: 500 },
          ],
          tenders: [{ kind: 'cash', amount: 20_300 }],
        },
      }),
    ),
  )

  const back = await ask(
    client.POST('/v1/purchases/{id}/returns', {
      params: { path: { id: sale.id }, header: told() },
      body: { storeId: store.id, lines: [{ line: 2, quantity: 1 }], reason: '杯口有裂纹' },
    }),
  )

  const entries = []
  for await (const entry of each((page) =>
    client.GET('/v1/members/{id}/statement', {
      params: { path: { id: memberId }, query: { unit: 'points', ...page } },
    }),
  )) {
    entries.push(entry)
  }
  return { memberId, sale, back, entries }
}

if (import.meta.main) {
  const client = createClient({
    baseUrl: process.env['CHANGKE_SERVER'] ?? 'http://localhost:8080',
    key: process.env['KEY'] ?? '',
  })
  const phone = `139${String(Date.now()).slice(-8)}`
  try {
    const { sale, back, entries } = await sellReturnStatement(client, phone)
    console.log(`sold      ${sale.receipt}  ${sale.total / 100} yuan, ${sale.points.earned} points`)
    console.log(`returned  ${back.receipt}  ${back.total / 100} yuan, ${back.points.earned} points`)
    for (const { postedAt, amount, causeKind } of entries) console.log(`statement ${postedAt}  ${amount}  ${causeKind}`)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    console.error(`Refused: ${fault.code}`, fault.details)
    process.exitCode = 1
  }
}
