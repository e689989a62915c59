import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Caller } from '../caller.ts'
import type { Db, Read, Tx } from '../db.ts'
import type { Outcome } from '../lane.ts'
import type { Problem } from './problem.ts'

/** The cookie that carries a session; behind https it is called `__Host-changke_session`. */
export const sessionCookie = 'changke_session'

/** What a few routes need of the wire itself: cookies for sign-in, the address for its limits. */
export type Wire = {
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  /** The caller's reference (`Idempotency-Key`), when the row asks for one. */
  readonly reference: string
  /** Sets a cookie (HttpOnly, SameSite=Strict, Secure behind https), or takes it back with null. */
  setCookie(name: string, value: string | null, maxAgeS?: number): void
  /** What is answered for one part of many that threw; a fault is logged under a reference of its own. */
  problemAfter(thrown: unknown): Problem
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Path = `${Method} /v1/${string}`

type Shared<I extends z.ZodType, O extends z.ZodType> = {
  /** The command or query in the room's words, unique in the house; OpenAPI's operationId. */
  name: string
  path: Path
  /** One sentence for the reference. */
  summary: string
  /** A permission, or: `anyone` without signing in, `signed-in` for whoever is. */
  may: string
  input: I
  output: O
  /** The refusals that this row may answer, besides the kernel's own. */
  refuses?: readonly string[]
  /** The unit of the organisation in which this acts or lists; checked against the caller's scope. */
  within?: (input: z.infer<I>) => string | null | undefined
  /** At most so many calls per caller (address, when nobody is signed in) in so many seconds. */
  rate?: {
    most: number
    seconds: number
    /** Which calls count, by what was said and not yet read; all, unless it is given. */
    counts?: (said: Record<string, unknown>) => boolean
  }
  /** Bytes of body allowed; 256 KiB unless said. */
  bodyLimit?: number
  /** Milliseconds until it is given up and refused as busy; 15 s unless said, a file 60 s, and an upload as long as it comes. */
  lastsMs?: number
}

export type CommandRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Shared<I, O> & {
  /** True when it moves value: the caller must send `Idempotency-Key`. */
  told?: boolean
  /** Who or what the trail says it was about, and with which harmless particulars. `false` writes no trail. */
  trail?:
    | false
    | ((
        input: z.infer<I>,
        output: z.infer<O>,
      ) => {
        subjectId?: string | null
        storeId?: string | null
        body?: Record<string, unknown>
      })
  run: (tx: Tx, input: z.infer<I>, who: Caller, wire: Wire) => Promise<z.infer<O>>
}

export type QueryRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Shared<I, O> & {
  run: (read: Read, input: z.infer<I>, who: Caller, wire: Wire) => Promise<z.infer<O>>
}

/** One input of a gathered command, with who asked and under which reference. */
export type Asked<I> = { input: I; who: Caller; reference: string }

export type GatheredRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Shared<I, O> & {
  run: (tx: Tx, asked: Asked<z.infer<I>>[]) => Promise<Outcome<z.infer<O>>[]>
}

export type ManyRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, T extends z.ZodType = I> = Shared<
  I,
  O
> & {
  /** What is read on arrival, when each part is read on its own in its turn: `input` stays what callers are promised. */
  takes?: T
  /** Runs outside one transaction because each part is answered on its own. */
  run: (db: Db, input: z.infer<T>, who: Caller, wire: Wire) => Promise<z.infer<O>>
}

export type File = {
  fileName: string
  contentType: string
  body: Readable | string | Buffer
}

export type DownloadRow<I extends z.ZodType = z.ZodType> = Omit<Shared<I, z.ZodType>, 'output'> & {
  contentTypes: string[]
  run: (db: Db, input: z.infer<I>, who: Caller, wire: Wire) => Promise<File>
}

export type UploadRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Shared<I, O> & {
  /** The file comes as a stream (multipart field `file`) and is never held in memory; other fields of the form are the input. */
  run: (
    db: Db,
    input: z.infer<I>,
    file: { fileName: string; stream: Readable },
    who: Caller,
    wire: Wire,
  ) => Promise<z.infer<O>>
}

export type Row =
  | ({ kind: 'command' } & CommandRow)
  | ({ kind: 'query' } & QueryRow)
  | ({ kind: 'gathered' } & GatheredRow)
  | ({ kind: 'many' } & ManyRow)
  | ({ kind: 'download' } & DownloadRow)
  | ({ kind: 'upload' } & UploadRow)

// The rows keep their own types while they are written; in the table they are read as one. The casts widen, nothing else.

/** A row that changes something, in one transaction, with an entry in the trail. */
export const command = <I extends z.ZodType, O extends z.ZodType>(row: CommandRow<I, O>): Row =>
  ({ kind: 'command', ...row }) as unknown as Row

/** A row that answers a question and cannot write. `POST` when its filters are personal. */
export const query = <I extends z.ZodType, O extends z.ZodType>(row: QueryRow<I, O>): Row =>
  ({ kind: 'query', ...row }) as unknown as Row

/** A hot command: concurrent calls are gathered into one transaction; each needs its `Idempotency-Key`. */
export const gathered = <I extends z.ZodType, O extends z.ZodType>(row: GatheredRow<I, O>): Row =>
  ({ kind: 'gathered', ...row }) as unknown as Row

/** A row over many parts, each answered on its own. */
export const many = <I extends z.ZodType, O extends z.ZodType, T extends z.ZodType = I>(row: ManyRow<I, O, T>): Row =>
  ({ kind: 'many', ...row }) as unknown as Row

/** A row that answers with a file. */
export const download = <I extends z.ZodType>(row: DownloadRow<I>): Row =>
  ({ kind: 'download', ...row }) as unknown as Row

/** A row that takes a file. */
export const upload = <I extends z.ZodType, O extends z.ZodType>(row: UploadRow<I, O>): Row =>
  ({ kind: 'upload', ...row }) as unknown as Row
