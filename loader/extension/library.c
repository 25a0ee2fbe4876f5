/*-------------------------------------------------------------------------
 *
 * library.c
 *	  Finding a library's file, and looking into it without opening it.
 *
 * Opening a truncated library is a SIGBUS, and opening one runs its
 * constructors; so the file is read as bytes first.  Only a whole ELF 64
 * object of this machine that defines the symbol among its dynamic symbols
 * passes; on macOS the like of it, see macho.c.  Every offset of the file is
 * checked against its size.
 *
 * Locking: none.
 *
 *-------------------------------------------------------------------------
 */
/* dlinfo() needs it; PGXS defines it too */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "postgres.h"

#include <dlfcn.h>
#ifndef __APPLE__
#include <elf.h>
#include <link.h>
#endif
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "miscadmin.h"
#include "storage/fd.h"
#include "utils/memutils.h"

#include "base/compat.h"
#include "extension/library.h"
#include "extension/macho.h"

#ifdef WORDS_BIGENDIAN
#define NATIVE_ELF_DATA	ELFDATA2MSB
#else
#define NATIVE_ELF_DATA	ELFDATA2LSB
#endif

/* A file that is read in pieces. */
typedef struct ByteFile
{
	int			fd;
	uint64		size;
} ByteFile;

/* The path if a regular file is there, also with the usual suffix; or NULL. */
static char *
existing_library(const char *path)
{
	struct stat status;
	char	   *suffixed;

	if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
		return pstrdup(path);
	suffixed = psprintf("%s%s", path, DLSUFFIX);
	if (stat(suffixed, &status) == 0 && S_ISREG(status.st_mode))
		return suffixed;
	pfree(suffixed);
	return NULL;
}

/* Puts the library directory in place of a leading $libdir. */
static char *
expand_libdir(const char *path)
{
	const char *rest = path + strlen("$libdir");

	if (strncmp(path, "$libdir", strlen("$libdir")) != 0 || (*rest != '/' && *rest != '\0'))
		return pstrdup(path);
	return psprintf("%s%s", pkglib_path, rest);
}

/* Searches dynamic_library_path. */
static char *
search_library(const char *name)
{
	const char *path = Dynamic_library_path;
	char	   *found = NULL;

	if (path == NULL || path[0] == '\0')
		path = "$libdir";
	while (found == NULL && *path != '\0')
	{
		size_t		length = strcspn(path, ":");
		char	   *directory = expand_libdir(pnstrdup(path, length));

		if (is_absolute_path(directory))
			found = existing_library(psprintf("%s/%s", directory, name));
		path += length + (path[length] == ':' ? 1 : 0);
	}
	return found;
}

/*
 * The file that the server would open for a library's name, in palloc'd
 * memory; NULL if there is none.
 */
char *
library_path(const char *name)
{
	if (LOADER_STRIPS_LIBDIR && strncmp(name, "$libdir/", strlen("$libdir/")) == 0 &&
		strchr(name + strlen("$libdir/"), '/') == NULL)
		name += strlen("$libdir/");
	if (strchr(name, '/') == NULL)
		return search_library(name);
	return existing_library(expand_libdir(name));
}

/* A piece of the file in palloc'd memory, or NULL if it is not all there. */
static void *
read_piece(ByteFile *file, uint64 offset, uint64 length)
{
	char	   *piece;
	uint64		done = 0;

	if (length == 0 || length > MaxAllocSize - 1 ||
		offset > file->size || length > file->size - offset)
		return NULL;
	piece = palloc(length + 1);
	while (done < length)
	{
		ssize_t		got = pread(file->fd, piece + done, length - done, (off_t) (offset + done));

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return NULL;
		done += (uint64) got;
	}
	piece[length] = '\0';		/* ends the last name of a string table */
	return piece;
}

#ifdef __APPLE__

/* library_exports() for an open file. */
static bool
file_exports(ByteFile *file, const char *symbol, const char **problem)
{
	const uint8_t *bytes = read_piece(file, 0, file->size);
	bool		whole = false;
	bool		found = bytes != NULL && macho_defines(bytes, file->size, symbol, &whole);

	*problem = whole ? NULL : "its library is not a whole Mach-O object of this machine";
	return whole && found;
}

#else

/* Is it a shared object for this machine? */
static bool
is_native_object(const Elf64_Ehdr *header)
{
	return memcmp(header->e_ident, ELFMAG, SELFMAG) == 0 &&
		header->e_ident[EI_CLASS] == ELFCLASS64 &&
		header->e_ident[EI_DATA] == NATIVE_ELF_DATA &&
#if defined(__x86_64__)
		header->e_machine == EM_X86_64 &&
#elif defined(__aarch64__)
		header->e_machine == EM_AARCH64 &&
#endif
		header->e_type == ET_DYN &&
		header->e_phentsize == sizeof(Elf64_Phdr) &&
		header->e_shentsize == sizeof(Elf64_Shdr);
}

/* Are all bytes that the dynamic linker would map in the file? */
static bool
is_whole(ByteFile *file, const Elf64_Ehdr *header)
{
	const Elf64_Phdr *segments = read_piece(file, header->e_phoff,
											(uint64) header->e_phnum * sizeof(Elf64_Phdr));

	for (int i = 0; segments != NULL && i < header->e_phnum; i++)
	{
		const Elf64_Phdr *segment = &segments[i];

		if (segment->p_offset > file->size || segment->p_filesz > file->size - segment->p_offset)
			return false;
	}
	return segments != NULL;
}

/* Is the symbol defined in this table of dynamic symbols? */
static bool
table_defines(ByteFile *file, const Elf64_Shdr *table, const Elf64_Shdr *names, const char *symbol)
{
	const Elf64_Sym *symbols = read_piece(file, table->sh_offset, table->sh_size);
	const char *text = read_piece(file, names->sh_offset, names->sh_size);

	if (symbols == NULL || text == NULL)
		return false;
	for (uint64 i = 0; i < table->sh_size / sizeof(Elf64_Sym); i++)
	{
		if (symbols[i].st_shndx != SHN_UNDEF &&
			ELF64_ST_BIND(symbols[i].st_info) != STB_LOCAL &&
			symbols[i].st_name < names->sh_size &&
			strcmp(text +symbols[i].st_name, symbol) == 0)
			return true;
	}
	return false;
}

/* library_exports() for an open file. */
static bool
file_exports(ByteFile *file, const char *symbol, const char **problem)
{
	const Elf64_Ehdr *header = read_piece(file, 0, sizeof(Elf64_Ehdr));
	const Elf64_Shdr *sections;

	*problem = "its library is not a whole ELF object of this machine";
	if (header == NULL || !is_native_object(header) || !is_whole(file, header))
		return false;
	sections = read_piece(file, header->e_shoff, (uint64) header->e_shnum * sizeof(Elf64_Shdr));
	if (sections == NULL)
		return false;

	*problem = NULL;
	for (int i = 0; i < header->e_shnum; i++)
	{
		if (sections[i].sh_type == SHT_DYNSYM && sections[i].sh_link < header->e_shnum &&
			table_defines(file, &sections[i], &sections[sections[i].sh_link], symbol))
			return true;
	}
	return false;
}

#endif

/*
 * Does the file define the symbol?  A literal in *problem says why nobody
 * should open it, NULL that it is sound but lacks the symbol.
 */
bool
library_exports(const char *path, const char *symbol, const char **problem)
{
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "dynpgext library",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext previous = MemoryContextSwitchTo(scratch);
	ByteFile	file;
	struct stat status;
	bool		found = false;

	*problem = "its library cannot be read";
	file.fd = OpenTransientFile(path, O_RDONLY | PG_BINARY);
	if (file.fd >= 0)
	{
		if (fstat(file.fd, &status) == 0 && S_ISREG(status.st_mode))
		{
			file.size = (uint64) status.st_size;
			found = file_exports(&file, symbol, problem);
		}
		CloseTransientFile(file.fd);
	}
	MemoryContextSwitchTo(previous);
	MemoryContextDelete(scratch);
	return found;
}

/* Was the opened library linked with -Bsymbolic? */
bool
library_keeps_to_itself(void *library)
{
#ifndef __APPLE__
	struct link_map *map;

	if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0)
		return false;
	for (const ElfW(Dyn) * entry = map->l_ld; entry->d_tag != DT_NULL; entry++)
	{
		if (entry->d_tag == DT_SYMBOLIC ||
			(entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_SYMBOLIC) != 0))
			return true;
	}
	return false;
#else
	/* symbols are bound to the library that they came from */
	return true;
#endif
}
