import type { Read } from '#kernel/db.ts'
import { plainArray, textArray } from '#kernel/db.ts'

export type Asked = { place: number; name: string; calendar: string; year: number | null; month: number; day: number }

/** Members of the same name who were born on the same day; a year that one of the two did not say is no difference. */
export const selectAlike = (read: Read, asked: Asked[]): Promise<{ place: number; memberId: string }[]> =>
  read.rows({
    name: 'members.alike',
    text: `select asked.place, member.member_id as "memberId"
      from unnest($1::int[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::smallint[])
        as asked (place, name, calendar, year, month, day)
      join members.member on split_part(member.name_search, E'\\n', 1) = asked.name
       and member.birth_month = asked.month and member.birth_day = asked.day and member.birth_calendar = asked.calendar
       and (member.birth_year is null or asked.year is null or member.birth_year = asked.year)
     order by asked.place, member.member_id`,
    values: [
      plainArray(asked.map(({ place }) => place)),
      textArray(asked.map(({ name }) => name)),
      plainArray(asked.map(({ calendar }) => calendar)),
      plainArray(asked.map(({ year }) => year)),
      plainArray(asked.map(({ month }) => month)),
      plainArray(asked.map(({ day }) => day)),
    ],
  })
