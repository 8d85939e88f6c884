import { z } from 'zod';
import type { Project } from '../../api';
import { answer, JiraRefusal } from '../answer';
import { pageOf } from '../beans/common';
import { projectBean, versionBean } from '../beans/projects';
import { commaList, paging, repeated, type JiraCall, type Operation } from '../operation';

const searchQuery = z.object({
  query: z.string().default(''),
  id: repeated,
  keys: repeated,
  status: repeated,
  ...paging(50, 100),
});
const versionQuery = z.object({
  query: z.string().default(''),
  status: commaList,
  orderBy: z.undefined({ error: 'The sandbox does not model orderBy here.' }).optional(),
  ...paging(50, 100),
});

function visibleProject({ site, viewer, path }: JiraCall): Project {
  const wanted = path['projectIdOrKey'] ?? '';
  const project = site.findProject(wanted);
  if (!project || !viewer.may('BROWSE_PROJECTS', { projectId: project.id })) {
    throw new JiraRefusal(404, `No project could be found with key '${wanted}'.`);
  }
  return project;
}

function versionBeans({ site, today }: JiraCall, project: Project) {
  return site.versions(project.id).map((version) => versionBean(version, project.id, today));
}

/** GET /rest/api/3/project/{projectIdOrKey} */
export const getProject: Operation = (call) => {
  const project = visibleProject(call);
  return answer({ ...projectBean(project), versions: versionBeans(call, project) }, { coreObjects: 1 });
};

/** GET /rest/api/3/project/{projectIdOrKey}/versions */
export const getProjectVersions: Operation = (call) => {
  const versions = versionBeans(call, visibleProject(call));
  return answer(versions, { coreObjects: versions.length });
};

/** GET /rest/api/3/project/{projectIdOrKey}/version */
export const getProjectVersionsPaginated: Operation = (call) => {
  const { query: text, status, startAt, maxResults } = versionQuery.parse(call.query);
  const versions = versionBeans(call, visibleProject(call))
    .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
    .filter(({ released }) => status.length === 0 || status.includes(released ? 'released' : 'unreleased'));
  const page = pageOf(versions, startAt, maxResults);
  return answer(page, { coreObjects: page.values.length });
};

/** GET /rest/api/3/project/search: those that the viewer may browse. */
export const searchProjects: Operation = ({ site, viewer, query }) => {
  const { query: text, id, keys, status, startAt, maxResults } = searchQuery.parse(query);
  const statuses = status.length === 0 ? ['live'] : status;
  const found = site
    .projects()
    .filter((project) => viewer.may('BROWSE_PROJECTS', { projectId: project.id }))
    .filter(({ archived }) => statuses.includes(archived === true ? 'archived' : 'live'))
    .filter((project) => id.length === 0 || id.includes(project.id))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(text.toLowerCase()));
  const page = pageOf(found.map(projectBean), startAt, maxResults);
  return answer(page, { coreObjects: page.values.length });
};
