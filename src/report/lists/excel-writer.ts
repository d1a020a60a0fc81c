/** The library that writes workbooks. It stands apart so that only a run that writes one loads it. */
export { default as writeExcel } from "write-excel-file/node";
