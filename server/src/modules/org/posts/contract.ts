import { z } from 'zod'
import { Day, Id, Line, listOf, Prose, pageBy } from '#kernel/fields.ts'
import { Unit } from '../units/contract.ts'

export const Holder = z.object({
  appointmentId: Id,
  personId: Id,
  name: z.string(),
  fromOn: Day,
  untilOn: Day.nullable().meta({ description: 'The last day, in the programme’s zone.' }),
})

const Count = z.int().min(0).max(100_000)

export const Post = z
  .object({
    id: Id,
    title: z.string(),
    unitId: Id.meta({ description: 'The department, store or other unit that it belongs to.' }),
    unitName: z.string(),
    superiorId: Id.nullable().meta({ description: 'The post that it reports to.' }),
    track: z.string().nullable().meta({ description: 'The family of jobs, as in “B”.' }),
    grade: z.string().nullable().meta({ description: 'The grade of pay, as in “B3”.' }),
    headcount: Count.meta({ description: 'How many people it is meant for.' }),
    leads: Count.meta({ description: 'How many people it is meant to lead.' }),
    duties: z.string().nullable(),
    status: z.enum(['open', 'closed']),
    holders: z.array(Holder),
    vacant: z.int().meta({ description: 'Headcount without a holder.' }),
    led: z.int().meta({ description: 'People who hold the posts directly below.' }),
  })
  .meta({ id: 'Post' })
export type Post = z.infer<typeof Post>

export const PostList = listOf(Post)

export const PostFilter = z.object({
  unitId: Id.optional().meta({ description: 'Only this unit and what is below it.' }),
  status: z.enum(['open', 'closed']).optional(),
  vacant: z.stringbool().optional().meta({ description: 'Only posts with (true) or without (false) a place to fill.' }),
})
export type PostFilter = z.infer<typeof PostFilter>

export const Appointment = z
  .object({
    id: Id,
    postId: Id,
    title: z.string().meta({ description: 'The post’s title, as it is now.' }),
    unitId: Id,
    unitName: z.string(),
    personId: Id,
    name: z.string(),
    fromOn: Day,
    untilOn: Day.nullable().meta({ description: 'The last day, in the programme’s zone.' }),
  })
  .meta({ id: 'Appointment' })
export type Appointment = z.infer<typeof Appointment>

export const AppointmentList = listOf(Appointment)

export const AppointmentFilter = z.object({
  postId: Id.optional(),
  personId: Id.optional(),
  ...pageBy(Day, Id),
})
export type AppointmentFilter = z.infer<typeof AppointmentFilter>

export const Chart = z
  .object({
    units: z.array(Unit).meta({ description: 'Parents before children; `parentId` draws the tree.' }),
    posts: z.array(Post).meta({ description: '`superiorId` draws the lines of reporting.' }),
  })
  .meta({ id: 'OrganisationChart' })
export type Chart = z.infer<typeof Chart>

export const NewPost = z.object({
  title: Line(80).min(1),
  unitId: Id,
  superiorId: Id.nullable().optional(),
  track: Line(40).nullable().optional(),
  grade: Line(40).nullable().optional(),
  headcount: Count.default(1),
  leads: Count.default(0),
  duties: Prose(4000).nullable().optional(),
})
export type NewPost = z.infer<typeof NewPost>

export const ChangedPost = z.object({
  id: Id,
  title: Line(80).min(1).optional(),
  unitId: Id.optional(),
  superiorId: Id.nullable().optional(),
  track: Line(40).nullable().optional(),
  grade: Line(40).nullable().optional(),
  headcount: Count.optional(),
  leads: Count.optional(),
  duties: Prose(4000).nullable().optional(),
})
export type ChangedPost = z.infer<typeof ChangedPost>

export const NewAppointment = z.object({
  id: Id.meta({ description: 'The post.' }),
  personId: Id,
  fromOn: Day.optional().meta({ description: 'Today in the programme’s zone unless said.' }),
})
export type NewAppointment = z.infer<typeof NewAppointment>

export const EndedAppointment = z.object({
  id: Id,
  appointmentId: Id,
  untilOn: Day.optional().meta({ description: 'The last day; today in the programme’s zone unless said.' }),
})
export type EndedAppointment = z.infer<typeof EndedAppointment>
