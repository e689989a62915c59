/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function aheadOf(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return local - Math.floor(moment / 1000) * 1000
}

/** The last moment of a calendar day in a zone, as the server takes moments. */
export function endOfDay(zone: string, day: string): string {
  const guess = Date.parse(`${day}T23:59:59Z`)
  // Twice, because the zone may have changed its clocks between the guess and the moment itself.
  const first = guess - aheadOf(zone, guess)
  return new Date(guess - aheadOf(zone, first)).toISOString()
}
