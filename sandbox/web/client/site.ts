import './noEval';
import { renewBadges } from './badges';
import { wireMenus } from './menus';
import { connectPanels } from './panels';

wireMenus(connectPanels());
renewBadges();
