import { randomBytes } from 'node:crypto'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyReply } from 'fastify'
import { sessionCookie } from './rows.ts'

const isHttps = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false

/**
 * What the session's cookie is called in a browser: behind https with the prefix that lets no neighbouring host set it, which browsers
 * believe of secure cookies only.
 */
export const cookieNameOf = (publicUrl: string | undefined, name = sessionCookie): string =>
  isHttps(publicUrl) ? `__Host-${name}` : name

/** How cookies are set: never readable by scripts, never sent from other sites, never in clear behind https. */
export const cookieWays = (publicUrl: string | undefined) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(publicUrl) }) as const

/** Answers of the API are data, not pages: their headers never change, and working them out each time costs a till. */
export const answerHeaders = (publicUrl: string | undefined): Record<string, string> => ({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(isHttps(publicUrl) ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/** What helmet says of pages. Everything that a page may load is ours; nothing written into a page runs or is drawn without the page's nonce. */
export const pageSettings = (publicUrl: string | undefined): FastifyHelmetOptions => ({
  global: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      ...(isHttps(publicUrl) ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: isHttps(publicUrl) ? { maxAge: 31_536_000, includeSubDomains: true } : false,
})

/** Where a page's text has this, its nonce is put: styles that carry it are drawn, and no others. */
export const noncePlace = '__NONCE__'

/** Sends a page with a nonce of its own. */
export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const policy = String(reply.getHeader('content-security-policy'))
  return reply
    .header('content-security-policy', policy.replace("style-src 'self'", `$& 'nonce-${nonce}'`))
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(page.replaceAll(noncePlace, nonce))
}
