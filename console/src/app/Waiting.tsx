/** What stands in the place of a page on its way: its outline, which does not move. */
export function Waiting() {
  return (
    <div className="ck-waiting" aria-hidden="true">
      <span className="ck-bone" style={{ width: '20%', height: 24 }} />
      {['90%', '84%', '88%', '62%'].map((width) => (
        <span key={width} className="ck-bone" style={{ width }} />
      ))}
    </div>
  )
}
