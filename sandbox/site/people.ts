import type { Person } from '../api';

/** The accounts of the built-in site; imported projects add people who only appear in their data. */
export const PEOPLE: readonly Person[] = [
  {
    accountId: 'sandbox-admin',
    name: 'Ada Lindqvist',
    role: 'admin',
    locale: 'en-US',
    timeZone: 'Europe/Berlin',
    active: true,
  },
  {
    accountId: 'sandbox-lead',
    name: 'Kenji Mori',
    role: 'lead',
    locale: 'en-US',
    timeZone: 'Asia/Tokyo',
    active: true,
  },
  {
    accountId: 'sandbox-member',
    name: '陈伟 Chen Wei',
    role: 'member',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    active: true,
  },
  {
    accountId: 'sandbox-member-2',
    name: 'Marta Novak',
    role: 'member',
    locale: 'en-US',
    timeZone: 'Europe/Prague',
    active: true,
  },
  {
    accountId: 'sandbox-reader',
    name: 'Jonas Weber',
    role: 'reader',
    locale: 'en-US',
    timeZone: 'Europe/Berlin',
    active: true,
  },
  {
    accountId: 'sandbox-outsider',
    name: 'Olivia Stone',
    role: 'outsider',
    locale: 'en-US',
    timeZone: 'America/New_York',
    active: true,
  },
  {
    accountId: 'sandbox-wiki-reader',
    name: 'Priya Raman',
    role: 'outsider',
    locale: 'en-US',
    timeZone: 'Asia/Kolkata',
    active: true,
    products: ['confluence'],
  },
];
