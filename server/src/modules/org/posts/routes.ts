import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import { ChangedPost, Chart, EndedAppointment, NewAppointment, NewPost, Post, PostList } from './contract.ts'
import * as posts from './service.ts'

const OfUnit = z.object({ unitId: Id.optional().meta({ description: 'Only this unit and what is below it.' }) })
const trailOfPost = (_: unknown, post: Post) => ({
  subjectId: post.id,
  body: { unitId: post.unitId, status: post.status },
})

export const postRoutes: Row[] = [
  query({
    name: 'listPosts',
    path: 'GET /v1/posts',
    summary: 'Posts with their holders and vacancies.',
    may: 'org.read',
    input: OfUnit,
    output: PostList,
    refuses: ['org.not_set_up'],
    run: async (read, { unitId }, who) => ({ items: await posts.listPosts(read, unitId, who), next: null }),
  }),
  query({
    name: 'readChart',
    path: 'GET /v1/organisation/chart',
    summary: 'The organisation chart: units, posts, holders and lines of reporting.',
    may: 'org.read',
    input: OfUnit,
    output: Chart,
    refuses: ['org.not_set_up'],
    run: (read, { unitId }, who) => posts.readChart(read, unitId, who),
  }),
  command({
    name: 'makePost',
    path: 'POST /v1/posts',
    summary: 'Makes a post in a unit, under a superior post.',
    may: 'org.manage',
    input: NewPost,
    output: Post,
    refuses: ['org.not_set_up', 'org.unit_unknown', 'org.unit_closed', 'org.post_unknown', 'org.post_closed'],
    trail: trailOfPost,
    run: posts.makePost,
  }),
  command({
    name: 'changePost',
    path: 'PATCH /v1/posts/{id}',
    summary: 'Changes a post’s title, place, superior, grade or headcount.',
    may: 'org.manage',
    input: ChangedPost,
    output: Post,
    refuses: ['org.not_set_up', 'org.unit_unknown', 'org.post_unknown', 'org.post_closed', 'org.post_below_itself'],
    trail: trailOfPost,
    run: posts.changePost,
  }),
  command({
    name: 'closePost',
    path: 'POST /v1/posts/{id}/close',
    summary: 'Closes a post that nobody holds.',
    may: 'org.manage',
    input: z.object({ id: Id }),
    output: Post,
    refuses: ['org.not_set_up', 'org.post_unknown', 'org.post_has_holders'],
    trail: trailOfPost,
    run: (tx, { id }, who) => posts.closePost(tx, id, who),
  }),
  command({
    name: 'appoint',
    path: 'POST /v1/posts/{id}/appointments',
    summary: 'Appoints a person to a post; what they may do is granted as a role.',
    may: 'org.manage',
    input: NewAppointment,
    output: Post,
    refuses: [
      'org.not_set_up',
      'org.post_unknown',
      'org.post_closed',
      'org.post_full',
      'org.person_unknown',
      'org.person_left',
      'org.appointed_already',
    ],
    trail: (input) => ({ subjectId: input.personId, body: { postId: input.id } }),
    run: posts.appoint,
  }),
  command({
    name: 'endAppointment',
    path: 'POST /v1/posts/{id}/appointments/{appointmentId}/end',
    summary: 'Ends an appointment with a last day.',
    may: 'org.manage',
    input: EndedAppointment,
    output: Post,
    refuses: ['org.not_set_up', 'org.post_unknown', 'org.appointment_unknown'],
    trail: (input) => ({ subjectId: input.appointmentId, body: { postId: input.id } }),
    run: posts.endAppointment,
  }),
]
