/*-------------------------------------------------------------------------
 *
 * macho.h
 *	  Looking into a library in the format of macOS.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_MACHO_H
#define DYNPGEXT_MACHO_H

#include <stdbool.h>
#include <stdint.h>

extern bool macho_defines(const uint8_t *bytes, uint64_t size, const char *symbol, bool *whole);

#endif							/* DYNPGEXT_MACHO_H */
