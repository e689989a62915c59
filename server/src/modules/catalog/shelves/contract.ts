import { z } from 'zod'
import { Code, Line } from '#kernel/fields.ts'

export const Category = z
  .object({
    code: Code,
    name: Line(80).min(1),
    nameEn: Line(80).nullable().default(null),
    parent: Code.nullable().default(null),
  })
  .meta({ id: 'Category' })
export type Category = z.infer<typeof Category>

export const Brand = z
  .object({ code: Code, name: Line(80).min(1), nameEn: Line(80).nullable().default(null) })
  .meta({ id: 'Brand' })
export type Brand = z.infer<typeof Brand>

const CategoryInTree = Category.extend({ path: z.array(z.string()) }).meta({ id: 'CategoryInTree' })
export const CategoryList = z.object({ items: z.array(CategoryInTree) })
export const BrandList = z.object({ items: z.array(Brand) })
