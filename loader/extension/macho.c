/*-------------------------------------------------------------------------
 *
 * macho.c
 *	  Looking into a library in the format of macOS, without opening it.
 *
 * The numbers are those of the format, 64 bit and little-endian; a universal
 * file, whose head is big-endian, holds an object for each of several machines.
 * Every offset of the file is checked against its size.  It knows nothing of
 * PostgreSQL, so that a test can feed it bytes on any system.
 *
 * Locking: none.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "extension/macho.h"

#define UNIVERSAL_MAGIC	0xcafebabe
#define OBJECT_MAGIC	0xfeedfacf
#define TYPE_LIBRARY	6
#define TYPE_BUNDLE		8
#define COMMAND_SYMBOLS	0x02
#define COMMAND_SEGMENT	0x19

#if defined(__aarch64__)
#define NATIVE_CPU	0x0100000c
#else
#define NATIVE_CPU	0x01000007
#endif

/* Sizes of what the format consists of. */
#define OBJECT_HEAD		32
#define UNIVERSAL_HEAD	8
#define UNIVERSAL_ENTRY	20
#define SYMBOLS_SIZE	24
#define SEGMENT_SIZE	72
#define SYMBOL_SIZE		16

/* Bits of a symbol's type. */
#define SYMBOL_EXTERNAL	0x01
#define SYMBOL_SECTION	0x0e
#define SYMBOL_DEBUG	0xe0

/* A part of the file. */
typedef struct Part
{
	const uint8_t *bytes;
	uint64_t	size;
} Part;

/* Does the part have so many bytes there? */
static bool
has(Part part, uint64_t offset, uint64_t length)
{
	return offset <= part.size && length <= part.size - offset;
}

/* Four bytes, the lowest first. */
static uint32_t
little(Part part, uint64_t offset)
{
	const uint8_t *at = part.bytes + offset;

	return (uint32_t) at[0] | (uint32_t) at[1] << 8 | (uint32_t) at[2] << 16 | (uint32_t) at[3] << 24;
}

/* Four bytes, the highest first. */
static uint32_t
big(Part part, uint64_t offset)
{
	return __builtin_bswap32(little(part, offset));
}

/* Eight bytes, the lowest first. */
static uint64_t
little_64(Part part, uint64_t offset)
{
	return little(part, offset) | (uint64_t) little(part, offset + 4) << 32;
}

/* The object for this machine; of no size if there is none. */
static Part
native_object(Part file)
{
	const Part	none = {NULL, 0};

	if (!has(file, 0, UNIVERSAL_HEAD) || big(file, 0) != UNIVERSAL_MAGIC)
		return file;
	for (uint32_t i = 0; i < big(file, 4); i++)
	{
		uint64_t	entry = UNIVERSAL_HEAD + (uint64_t) i * UNIVERSAL_ENTRY;
		Part		object;

		if (!has(file, entry, UNIVERSAL_ENTRY))
			return none;
		if (big(file, entry) != NATIVE_CPU)
			continue;
		if (!has(file, big(file, entry + 8), big(file, entry + 12)))
			return none;
		object.bytes = file.bytes + big(file, entry + 8);
		object.size = big(file, entry + 12);
		return object;
	}
	return none;
}

/* Is the symbol, behind the underscore of C, defined in this table? */
static bool
table_defines(Part object, uint64_t command, const char *symbol)
{
	uint32_t	symbols = little(object, command + 8);
	uint32_t	count = little(object, command + 12);
	Part		names;

	if (!has(object, symbols, (uint64_t) count * SYMBOL_SIZE) ||
		!has(object, little(object, command + 16), little(object, command + 20)))
		return false;
	names.bytes = object.bytes + little(object, command + 16);
	names.size = little(object, command + 20);
	for (uint32_t i = 0; i < count; i++)
	{
		uint64_t	at = symbols + (uint64_t) i * SYMBOL_SIZE;
		uint32_t	name = little(object, at);
		uint8_t		type = object.bytes[at + 4];

		if ((type & SYMBOL_DEBUG) == 0 && (type & SYMBOL_EXTERNAL) != 0 &&
			(type & SYMBOL_SECTION) != 0 && has(names, name, strlen(symbol) + 2) &&
			names.bytes[name] == '_' &&
			memcmp(names.bytes + name + 1, symbol, strlen(symbol) + 1) == 0)
			return true;
	}
	return false;
}

/*
 * Does the library define the symbol for others?  *whole tells that it is one
 * for this machine and has all the bytes that would be mapped.
 */
bool
macho_defines(const uint8_t *bytes, uint64_t size, const char *symbol, bool *whole)
{
	Part		file = {bytes, size};
	Part		object = native_object(file);
	uint64_t	command = OBJECT_HEAD;
	bool		defined = false;

	*whole = false;
	if (!has(object, 0, OBJECT_HEAD) || little(object, 0) != OBJECT_MAGIC ||
		little(object, 4) != NATIVE_CPU ||
		(little(object, 12) != TYPE_LIBRARY && little(object, 12) != TYPE_BUNDLE))
		return false;
	for (uint32_t i = 0; i < little(object, 16); i++)
	{
		uint32_t	length;
		uint32_t	kind;

		if (!has(object, command, 8))
			return false;
		kind = little(object, command);
		length = little(object, command + 4);
		if (length < 8 || !has(object, command, length))
			return false;
		if (kind == COMMAND_SEGMENT &&
			(length < SEGMENT_SIZE ||
			 !has(object, little_64(object, command + 40), little_64(object, command + 48))))
			return false;
		if (kind == COMMAND_SYMBOLS && length >= SYMBOLS_SIZE)
			defined |= table_defines(object, command, symbol);
		command += length;
	}
	*whole = true;
	return defined;
}
