/** Where the built files of the console are. */
export declare const folder: string
