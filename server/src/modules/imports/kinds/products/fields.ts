import type { FieldSpec } from '../kind.ts'

/** What a file of products may say. */
export const productFields: FieldSpec[] = [
  {
    key: 'sku',
    zh: '商品编码',
    en: 'SKU',
    words: ['编码', '货号', '商品代码', '商品编号', '商品id', 'stock code', 'product id', 'product code', 'item code'],
  },
  {
    key: 'name',
    zh: '商品名称',
    en: 'Name',
    words: ['品名', '名称', '商品', '通用名', 'product name', 'description', 'product type'],
  },
  { key: 'nameEn', zh: '英文名', en: 'English name', words: ['英文名称'] },
  {
    key: 'category',
    zh: '品类',
    en: 'Category',
    words: ['分类', '类别', '商品分类', '大类', 'department', 'product category'],
  },
  { key: 'brand', zh: '品牌', en: 'Brand', words: ['生产厂家', 'manufacturer'] },
  { key: 'labels', zh: '标签', en: 'Labels', words: ['商品标签', 'tags'] },
  { key: 'listPrice', zh: '零售价', en: 'List price', words: ['售价', '价格', '单价', '标价', 'price', 'unit price'] },
  { key: 'taxRate', zh: '税率', en: 'Tax rate', words: ['tax', 'vat'] },
  { key: 'unit', zh: '单位', en: 'Unit', words: ['计量单位', '规格单位', 'uom'] },
  { key: 'barcodes', zh: '条码', en: 'Barcodes', words: ['条形码', '国际条码', '商品条码', 'ean', 'upc', 'barcode'] },
  { key: 'prescription', zh: '处方药', en: 'Prescription', words: ['是否处方', '处方标识'] },
  { key: 'earns', zh: '参与积分', en: 'Earns points', words: ['是否积分', '积分商品'] },
  { key: 'status', zh: '状态', en: 'Status', words: ['商品状态', '上下架'] },
]
