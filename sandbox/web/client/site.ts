import './noEval';
import { wireMenus } from './menus';
import { connectPanels } from './panels';

wireMenus(connectPanels());
