/** The mark: someone who comes back. */
export function Brand({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="ck-brand">
      <rect width="32" height="32" rx="7" />
      <path d="M22.2 11.2a8 8 0 1 0 1.8 5M23.4 6.6v5.2h-5.2" />
      <circle cx="16" cy="16" r="2.6" />
    </svg>
  )
}
