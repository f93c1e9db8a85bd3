export { readPackFiles, readPackFolder } from "./pack-files.js";
