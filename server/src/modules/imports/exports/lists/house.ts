import { listPeople, listPosts, listUnits } from '#modules/org/index.ts'
import { listImports } from '../../service.ts'
import type { List } from './list.ts'
import { pageOf, pages } from './list.ts'

export const imports: List<'imports'> = {
  may: 'imports.run',
  zh: [
    '文件',
    '种类',
    '状态',
    '步骤',
    '行数',
    '已导入',
    '无会员',
    '未导入',
    '空行',
    '操作人',
    '上传时间',
    '开始',
    '结束',
  ],
  en: [
    'File',
    'Kind',
    'State',
    'Step',
    'Rows',
    'Taken in',
    'Without member',
    'Not taken in',
    'Empty',
    'By',
    'Uploaded',
    'Began',
    'Ended',
  ],
  async *rows(db, { reveal: _, ...filters }, who) {
    for await (const page of pages(db, (read, cursor) =>
      listImports(read, { ...filters, limit: pageOf, ...(cursor === undefined ? {} : { cursor }) }, who),
    ))
      for (const one of page)
        yield [
          one.fileName,
          one.kind,
          one.state,
          one.task,
          one.rowsInFile,
          one.counts.accepted,
          one.counts.anonymous,
          one.counts.reported,
          one.counts.empty,
          one.caller,
          one.madeAt,
          one.beganAt,
          one.endedAt,
        ]
  },
}

export const people: List<'people'> = {
  may: 'people.read',
  zh: ['姓名', '工号', '邮箱', '手机号', '角色与范围', '两步验证', '状态', '添加时间'],
  en: ['Name', 'Number', 'E-mail', 'Phone', 'Roles and where', 'Second factor', 'Status', 'Added'],
  async *rows(db, { reveal: _, ...filters }, who) {
    for await (const page of pages(db, (read, cursor) => listPeople(read, { ...filters, limit: pageOf, cursor }, who)))
      for (const one of page)
        yield [
          one.name,
          one.number,
          one.email,
          one.phone,
          one.grants
            .map((grant) => `${who.language === 'zh' ? grant.roleNameZh : grant.roleNameEn} · ${grant.unitName}`)
            .join('; '),
          one.secondFactor,
          one.status,
          one.madeAt,
        ]
  },
}

export const posts: List<'posts'> = {
  may: 'org.read',
  zh: ['岗位', '组织单元', '职系', '薪资等级', '定员', '缺员', '现辖人数', '在任', '状态'],
  en: ['Post', 'Unit', 'Track', 'Grade', 'Headcount', 'Vacant', 'Leads now', 'Holders', 'Status'],
  async *rows(db, { reveal: _, ...filters }, who) {
    for (const one of await db.read((read) => listPosts(read, filters, who)))
      yield [
        one.title,
        one.unitName,
        one.track,
        one.grade,
        one.headcount,
        one.vacant,
        one.led,
        one.holders.map(({ name, fromOn, untilOn }) => `${name} ${fromOn}/${untilOn ?? ''}`).join('; '),
        one.status,
      ]
  },
}

export const stores: List<'stores'> = {
  may: 'org.read',
  zh: ['门店编号', '门店名称', '时区', '货币', '营业日开始（时）', '经营主体', '地址', '状态'],
  en: ['Code', 'Name', 'Zone', 'Currency', 'Business day begins (hour)', 'Legal entity', 'Address', 'Status'],
  async *rows(db, { reveal: _, ...filters }, who) {
    for (const one of await db.read((read) => listUnits(read, { ...filters, kind: 'store' }, who)))
      yield [one.code, one.name, one.zone, one.currency, one.dayStartsAt, one.legalEntity, one.address, one.status]
  },
}
