// The package carries no types; these are the calls that the house uses.
declare module 'lunar-javascript' {
  export class Solar {
    static fromYmd(year: number, month: number, day: number): Solar
    getLunar(): Lunar
  }
  export class Lunar {
    getYear(): number
    /** Negative in a leap month. */
    getMonth(): number
    getDay(): number
  }
}
