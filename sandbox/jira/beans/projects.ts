import type { Project, Version } from '../../api';
import { self } from './common';

export function projectBean({ id, key, name, archived }: Project) {
  return {
    self: self(`project/${id}`),
    id,
    key,
    name,
    projectTypeKey: 'software',
    simplified: false,
    style: 'classic',
    isPrivate: false,
    ...(archived === true ? { archived } : {}),
    avatarUrls: { '48x48': self(`avatar/project/${id}`) },
  };
}

export function versionBean({ id, name, released, releaseDate }: Version, projectId: string, today: string) {
  return {
    self: self(`version/${id}`),
    id,
    name,
    archived: false,
    released,
    projectId: Number(projectId),
    ...(releaseDate === null ? {} : { releaseDate, overdue: !released && releaseDate < today }),
  };
}
