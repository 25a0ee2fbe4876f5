print("dynpgext-gen")
