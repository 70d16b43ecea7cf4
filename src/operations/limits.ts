/** Limits that both the alarms and the doctor go by. */

/** An act that is not in SharePoint after so long is somebody's business. */
export const longestUnfiledSeconds = 15 * 60;

/** So long before its end somebody should begin to replace a certificate. */
export const certificateDays = 30;
