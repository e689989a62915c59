/** What a part came to: figures for the report, and what is not as it must be, a sentence each. */
export type Found = { figures: Record<string, number | string>; faults: string[] }

export type Asked = { times: number; seed: number; minutes?: number; say: (sentence: string) => void }

export type Part = { name: string; proves: string; run: (asked: Asked) => Promise<Found> }
