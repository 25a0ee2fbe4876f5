/*-------------------------------------------------------------------------
 *
 * library.h
 *	  Finding a library's file, and looking into it without opening it.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_LIBRARY_H
#define DYNPGEXT_LIBRARY_H

extern char *library_path(const char *name);
extern bool library_keeps_to_itself(void *library);
extern bool library_exports(const char *path, const char *symbol, const char **problem);

#endif							/* DYNPGEXT_LIBRARY_H */
