import type { ProjectData } from '../api';

export function sampleProject(_now: Date): ProjectData {
  return { key: 'HARBOR', name: 'Harbor Portal', people: [], versions: [], issues: [], links: [] };
}
