// Runs before anything is drawn, so that someone who chose the dark theme never sees a white flash.
try {
  const theme = JSON.parse(localStorage.getItem('changke.preferences') || '{}').theme
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // A browser that keeps nothing follows the system.
}
