import { stopRunning } from './mariadb';

export default stopRunning;
