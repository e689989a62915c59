const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const given = {
  female:
    '芳 娜 敏 静 丽 艳 娟 霞 秀英 桂英 玉兰 雪梅 晓燕 婷婷 思雨 佳怡 欣怡 梓涵 诗琪 雅婷 美玲 春梅 海燕 丽华 玉珍 淑芬 慧敏 红梅 小红 文静'.split(
      ' ',
    ),
  male: '伟 强 磊 军 勇 杰 涛 超 明 刚 平 辉 鹏 建国 建华 志强 志明 国强 海涛 浩然 子轩 宇航 俊杰 文博 天佑 晓东 小军 永强 德华 家豪'.split(
    ' ',
  ),
}
export const nameOf = (gender: 'female' | 'male', a: number, b: number): string =>
  `${surnames[a % surnames.length]}${given[gender][b % given[gender].length]}`

export const stores = [
  { code: 'S1', name: '康泰大药房（人民路店）' },
  { code: 'S2', name: '康泰大药房（解放路店）' },
  { code: 'S3', name: '康泰大药房（滨江店）' },
]

export const staff = [
  { store: 0, role: 'store_manager', name: '陈店长' },
  { store: 0, role: 'cashier', name: '林小芬' },
  { store: 0, role: 'cashier', name: '何佳' },
  { store: 1, role: 'store_manager', name: '周店长' },
  { store: 1, role: 'cashier', name: '吴倩' },
  { store: 2, role: 'store_manager', name: '许店长' },
  { store: 2, role: 'cashier', name: '邓丽娟' },
] as const

/** Category, label, prescription, and its products: name, name in English, price in fen. */
type Shelf = {
  category: string
  labels: string[]
  prescription: boolean
  goods: [zh: string, en: string, price: number][]
}

export const shelves: Shelf[] = [
  {
    category: '感冒咳嗽',
    labels: [],
    prescription: false,
    goods: [
      ['感冒灵颗粒 10g×9袋', 'Cold granules 10 g × 9', 1580],
      ['板蓝根颗粒 10g×20袋', 'Isatis root granules 10 g × 20', 1980],
      ['连花清瘟胶囊 24粒', 'Lianhua Qingwen capsules 24', 1480],
      ['川贝枇杷膏 300ml', 'Loquat syrup 300 ml', 3680],
      ['急支糖浆 200ml', 'Cough syrup 200 ml', 1890],
      ['布洛芬缓释胶囊 20粒', 'Ibuprofen SR capsules 20', 2290],
      ['润喉糖 40g', 'Throat lozenges 40 g', 990],
    ],
  },
  {
    category: '肠胃用药',
    labels: [],
    prescription: false,
    goods: [
      ['健胃消食片 64片', 'Digestion tablets 64', 1290],
      ['蒙脱石散 10袋', 'Smectite powder 10', 1860],
      ['奥美拉唑肠溶胶囊 14粒', 'Omeprazole capsules 14', 1350],
      ['藿香正气口服液 10支', 'Huoxiang oral liquid 10', 1680],
      ['乳酸菌素片 32片', 'Lactobacillin tablets 32', 1490],
    ],
  },
  {
    category: '慢病用药',
    labels: ['慢病'],
    prescription: true,
    goods: [
      ['苯磺酸氨氯地平片 5mg×28片', 'Amlodipine 5 mg × 28', 3280],
      ['缬沙坦胶囊 80mg×28粒', 'Valsartan 80 mg × 28', 4650],
      ['阿托伐他汀钙片 20mg×28片', 'Atorvastatin 20 mg × 28', 5890],
      ['二甲双胍缓释片 0.5g×60片', 'Metformin SR 0.5 g × 60', 3390],
      ['格列齐特缓释片 30mg×60片', 'Gliclazide SR 30 mg × 60', 4980],
    ],
  },
  {
    category: '维生素保健',
    labels: ['保健'],
    prescription: false,
    goods: [
      ['维生素C泡腾片 20片', 'Vitamin C effervescent 20', 2980],
      ['复合维生素B片 100片', 'Vitamin B complex 100', 1280],
      ['钙加维生素D软胶囊 200粒', 'Calcium with D3 200', 12_800],
      ['深海鱼油软胶囊 200粒', 'Fish oil capsules 200', 16_800],
      ['辅酶Q10胶囊 60粒', 'Coenzyme Q10 60', 19_800],
      ['氨糖软骨素片 120片', 'Glucosamine chondroitin 120', 25_800],
      ['益生菌粉 30袋', 'Probiotic powder 30', 13_900],
    ],
  },
  {
    category: '滋补养生',
    labels: ['滋补'],
    prescription: false,
    goods: [
      ['东阿阿胶 250g', 'Donkey-hide gelatin 250 g', 69_800],
      ['宁夏枸杞 500g', 'Goji berries 500 g', 5980],
      ['西洋参片 80g', 'American ginseng slices 80 g', 16_800],
      ['三七粉 120g', 'Notoginseng powder 120 g', 12_800],
      ['燕窝 8g×5盏', 'Bird’s nest 8 g × 5', 49_800],
      ['黄芪片 250g', 'Astragalus slices 250 g', 3580],
    ],
  },
  {
    category: '医疗器械',
    labels: ['器械'],
    prescription: false,
    goods: [
      ['电子血压计', 'Blood pressure monitor', 25_900],
      ['血糖试纸 50片', 'Glucose test strips 50', 8900],
      ['医用外科口罩 50只', 'Surgical masks 50', 1990],
      ['电子体温计', 'Digital thermometer', 2980],
      ['创可贴 100片', 'Plasters 100', 1290],
      ['医用酒精棉片 100片', 'Alcohol pads 100', 990],
      ['护膝 一对', 'Knee braces, pair', 6800],
    ],
  },
  {
    category: '个人护理',
    labels: ['护理'],
    prescription: false,
    goods: [
      ['医用修复面膜 5片', 'Repair masks 5', 9800],
      ['防脱洗发水 400ml', 'Anti-hair-loss shampoo 400 ml', 7900],
      ['护手霜 60g', 'Hand cream 60 g', 2590],
      ['益智牙膏 120g', 'Toothpaste 120 g', 1890],
      ['一次性医用手套 100只', 'Medical gloves 100', 3280],
    ],
  },
  {
    category: '母婴',
    labels: ['母婴'],
    prescription: false,
    goods: [
      ['婴幼儿益生菌滴剂 8ml', 'Infant probiotic drops 8 ml', 15_800],
      ['儿童退热贴 6片', 'Cooling patches for children 6', 2380],
      ['维生素AD滴剂 30粒', 'Vitamin AD drops 30', 3680],
      ['婴儿湿巾 80片×5包', 'Baby wipes 80 × 5', 4590],
    ],
  },
]

/** A file as a wholesaler sends it: this winter's arrivals, one of them without a price. */
export const arrivals = {
  fileName: '冬季新品.csv',
  rows: [
    '商品编码,商品名称,分类,零售价,单位,条码',
    '692010090001,暖宝宝贴 10片,医疗器械,19.90,包,692010090001',
    '692010090002,蜜炼川贝枇杷膏 150ml,感冒咳嗽,42.00,瓶,692010090002',
    '692010090003,润唇膏 3.5g,个人护理,29.90,支,692010090003',
    '692010090004,加湿器 2L,医疗器械,159.00,台,692010090004',
    '692010090005,冻疮膏 20g,个人护理,面议,支,692010090005',
    '692010090006,维生素D滴剂 30粒,维生素保健,58.00,盒,692010090006',
  ],
}
