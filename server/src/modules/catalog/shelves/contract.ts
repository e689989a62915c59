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

export const CategoryList = z.object({ items: z.array(Category.extend({ path: z.array(z.string()) })) })
export const BrandList = z.object({ items: z.array(Brand) })
