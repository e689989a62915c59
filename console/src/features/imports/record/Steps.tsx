import { Steps as AntSteps } from 'antd'
import { useWords } from '../words.ts'

/** Where an import stands: the file, its columns, the check, the import. */
export function Steps({ at }: { at: number }) {
  const t = useWords()
  return (
    <AntSteps
      className="ck-steps"
      size="small"
      current={at}
      items={(['file', 'mapping', 'check', 'run'] as const).map((step) => ({ title: t(`step.${step}`) }))}
    />
  )
}
