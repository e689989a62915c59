const browsers: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser calls itself, in two words. */
export function agentName(agent: string): string {
  const names = [browsers, systems].map((known) => known.find(([pattern]) => pattern.test(agent))?.[1]).filter(Boolean)
  return names.length > 0 ? names.join(' · ') : agent.slice(0, 40)
}
