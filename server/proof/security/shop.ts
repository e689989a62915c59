import { beforeAll } from 'vitest'
import { setUpOrganisation } from '#modules/org/index.ts'
import { house } from '#testing'

export const owner = { login: 'owner@example.com', password: 'correct horse battery' }

/** A house with one shop and its owner, who signs in with a password. */
export function shopOf(options: Parameters<typeof house>[0] = {}) {
  const shop = house(options)
  let storeId = ''
  beforeAll(async () => {
    const made = await shop.app.db.write((tx) =>
      setUpOrganisation(tx, {
        organisation: { name: '康泰大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
        store: { code: 'A', name: '人民路店' },
        owner: { name: '店东', email: owner.login, password: owner.password },
      }),
    )
    storeId = made.storeId
  })
  /** Signs in as the owner; answers the token. */
  const signIn = async (): Promise<string> => String((await shop.ask('POST /v1/session', owner, { as: '' }))['cookie'])
  return Object.assign(shop, { signIn, storeId: () => storeId })
}
