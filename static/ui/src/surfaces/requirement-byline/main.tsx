import '../../styles/base.css';
import '../requirement-status/status.css';
import './byline.css';
import { startMacro } from '../../lib/startSurface';
import { RequirementByline } from './RequirementByline';

startMacro('byline.title', ({ pageId }) => <RequirementByline pageId={pageId} />);
