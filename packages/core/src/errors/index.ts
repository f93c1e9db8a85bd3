export { RedthreadError, type RedthreadErrorCode } from "./redthread-error.js";
