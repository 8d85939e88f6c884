import type { ModelledRoute } from '../rest/route';
import type { Operation } from './operation';
import { getPageById, getPageOperations, getPages, getPagesInSpace, getPageVersions } from './operations/pages';
import { checkContentPermission } from './operations/permissionCheck';
import {
  createPageProperty,
  deletePagePropertyById,
  getPageContentProperties,
  getPageContentPropertiesById,
  updatePagePropertyById,
} from './operations/properties';
import { getSpaceById, getSpaces } from './operations/spaces';
import type { Reader } from './reader';

export const V2 = '/wiki/api/v2';
const PROPERTIES = 'pages/{page-id}/properties';
const [READ, WRITE, SPACE] = ['read:page:confluence', 'write:page:confluence', 'read:space:confluence'] as const;

const modelled = (
  operation: Operation,
  operationId: string,
  method: string,
  path: string,
  ...scopes: readonly string[]
): ModelledRoute<Reader> => ({ operationId, operation, method, path: `${V2}/${path}`, scopes });

/** What the sandbox answers itself; the rest of Confluence's two APIs is answered with 501. */
export const MODELLED: readonly ModelledRoute<Reader>[] = [
  modelled(getPages, 'getPages', 'get', 'pages', READ),
  modelled(getPageById, 'getPageById', 'get', 'pages/{id}', READ),
  modelled(getPageVersions, 'getPageVersions', 'get', 'pages/{id}/versions', READ),
  modelled(getPageOperations, 'getPageOperations', 'get', 'pages/{id}/operations', READ),
  modelled(getPageContentProperties, 'getPageContentProperties', 'get', PROPERTIES, READ),
  modelled(createPageProperty, 'createPageProperty', 'post', PROPERTIES, READ, WRITE),
  modelled(getPageContentPropertiesById, 'getPageContentPropertiesById', 'get', `${PROPERTIES}/{property-id}`, READ),
  modelled(updatePagePropertyById, 'updatePagePropertyById', 'put', `${PROPERTIES}/{property-id}`, READ, WRITE),
  modelled(deletePagePropertyById, 'deletePagePropertyById', 'delete', `${PROPERTIES}/{property-id}`, READ, WRITE),
  modelled(getSpaces, 'getSpaces', 'get', 'spaces', SPACE),
  modelled(getSpaceById, 'getSpaceById', 'get', 'spaces/{id}', SPACE),
  modelled(getPagesInSpace, 'getPagesInSpace', 'get', 'spaces/{id}/pages', READ),
  {
    operationId: 'checkContentPermission',
    operation: checkContentPermission,
    method: 'post',
    path: '/wiki/rest/api/content/{id}/permission/check',
    scopes: ['read:confluence-content.permission'],
  },
];
