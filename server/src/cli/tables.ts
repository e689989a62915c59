import { migrate } from '#kernel/migrate.ts'
import { CannotStart } from '#kernel/postgres/index.ts'

/** Brings the tables up to this version as their owner; answers the migrations done. Refuses with a sentence what a person must decide. */
export async function bringUpToDate({ ownerUrl, appRole }: { ownerUrl: string; appRole: string }): Promise<string[]> {
  try {
    return await migrate(ownerUrl, appRole)
  } catch (error) {
    const fault = error as Error & { code?: string; cause?: { code?: string } }
    if ((fault.code ?? fault.cause?.code) === '42501') {
      throw new CannotStart(
        `The role ${new URL(ownerUrl).username} may not make or change tables (${fault.message}): give DATABASE_OWNER_URL the role that owns the database.`,
      )
    }
    if (/^(two )?migrations? /.test(fault.message))
      throw new CannotStart(`The tables could not be brought up to date: ${fault.message}.`)
    throw error
  }
}
